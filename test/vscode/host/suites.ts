import './language.test';
